/** Reads form-encoded bodies and query strings with nested brackets, as Stripe's libraries write them. */
import { invalidRequest } from './errors.ts';

type FormValue = string | FormValue[] | { [name: string]: FormValue };
export type FormObject = Record<string, FormValue>;

/** A branch while it is being read; a Map can't be poisoned by names such as `__proto__`. */
type Branch = Map<string, string | Branch>;

const DEEPEST = 8;

/** `a[b][0]=c` becomes `{a: {b: ['c']}}`. Every leaf is a string; brackets that don't close are refused. */
export function parseForm(encoded: string): FormObject {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(encoded)) put(root, pathOf(name), value, name);
  return Object.fromEntries([...root].map(([name, branch]) => [name, toValue(branch)]));
}

function pathOf(name: string): [string, ...string[]] {
  const first = name.indexOf('[');
  if (first === -1) return [name];
  const rest = name.slice(first);
  if (first === 0 || !/^(\[[^[\]]*\])+$/.test(rest)) {
    throw invalidRequest(`Invalid parameter name: ${name}`, { param: name });
  }
  return [name.slice(0, first), ...rest.slice(1, -1).split('][')];
}

function put(root: Branch, path: [string, ...string[]], value: string, name: string): void {
  if (path.length > DEEPEST) throw invalidRequest(`Parameter nested too deeply: ${name}`, { param: name });
  let branch = root;
  let [key] = path;
  for (const next of path.slice(1)) {
    const found = branch.get(slot(branch, key));
    const child: Branch = found instanceof Map ? found : new Map<string, string | Branch>();
    branch.set(slot(branch, key), child);
    branch = child;
    key = next;
  }
  branch.set(slot(branch, key), value);
}

/** `a[]` means the next place of a list. */
function slot(branch: Branch, key: string): string {
  return key === '' ? String(branch.size) : key;
}

function toValue(branch: string | Branch): FormValue {
  if (typeof branch === 'string') return branch;
  const keys = [...branch.keys()];
  if (keys.every((key) => /^\d+$/.test(key))) {
    return [...branch]
      .sort(([one], [other]) => Number(one) - Number(other))
      .map(([, child]) => toValue(child));
  }
  return Object.fromEntries([...branch].map(([key, child]) => [key, toValue(child)]));
}
