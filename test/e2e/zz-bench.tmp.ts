import { startRun } from './run.ts';
import { launchBrowser } from './browser.ts';
import { chromium } from 'playwright-core';
import { openConsole, expectAccessible, people } from './console/console-page.ts';
import { AxeBuilder } from '@axe-core/playwright';
// @ts-ignore
import { treeCpu } from '/tmp/cpu/lib.mjs';
const n=6;
const measure=async(name:string,f:(i:number)=>Promise<void>)=>{ await f(0); const c0=treeCpu(process.pid),s=process.cpuUsage(),t0=Date.now(); for(let i=0;i<n;i++) await f(i); const e=process.cpuUsage(s); console.log(name.padEnd(40),'cpu/iter children',((treeCpu(process.pid)-c0)/n).toFixed(2),'self',((e.user+e.system)/1e6/n).toFixed(2),'wall',((Date.now()-t0)/n/1000).toFixed(2)); };
const run=await startRun();
const port=run.port;
const variants=JSON.parse(process.env.VARIANTS??'[[]]') as string[][];
for(const args of variants){
 process.env.EXTRA_ARGS=args.join(' ');
 const browser=await launchBrowser();
 console.log('ARGS',args.join(' '));
 const path='/subaccounts/metro/policy';
 await measure('new context',async()=>{const o=await openConsole({browser,port,as:'metro',path});await o.page.getByRole('heading',{name:'In numbers'}).waitFor();await o.close();});
 const o=await openConsole({browser,port,as:'metro',path});
 const ctx=o.page.context(); 
 await measure('same context new page',async()=>{const p=await ctx.newPage();await p.goto(`http://127.0.0.1:${port}${path}`);await p.getByRole('heading',{name:'In numbers'}).waitFor();await p.close();});
 await measure('same page goto',async()=>{await o.page.goto(`http://127.0.0.1:${port}${path}`);await o.page.getByRole('heading',{name:'In numbers'}).waitFor();});
 await measure('axe',async()=>{await expectAccessible(o.page)});
 const tags=['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'];
 await measure('axe legacy',async()=>{await new AxeBuilder({page:o.page}).withTags(tags).setLegacyMode().analyze()});
 await measure('axe violations only',async()=>{await new AxeBuilder({page:o.page}).options({resultTypes:['violations']}).withTags(tags).analyze()});
 await measure('axe legacy violations only',async()=>{await new AxeBuilder({page:o.page}).options({resultTypes:['violations'],runOnly:{type:'tag',values:tags}}).setLegacyMode().analyze()});
 await measure('idle 3s',async()=>{await new Promise(r=>setTimeout(r,3000))});
 await o.close(); await browser.close();
}
await run.stop();
