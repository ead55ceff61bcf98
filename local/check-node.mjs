import process from 'node:process';

// Runs before anything else, on whatever Node there is: RideGate needs 24, which npm brings along on Linux
// (x64 and arm64). Elsewhere the machine's own Node has to be new enough.

const neededMajor = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < neededMajor) {
  process.stderr.write(
    `RideGate needs Node ${neededMajor}, and this is ${process.versions.node}: on Linux run "npm ci" once more ` +
      `without --omit=optional, elsewhere install Node ${neededMajor}.\n`,
  );
  process.exit(1);
}
