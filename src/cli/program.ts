import { Command, CommanderError } from 'commander';
import { VERSION } from '../contract/version.ts';
import { actorsCommand } from './actors.ts';
import { addCommand } from './add.ts';
import { agreementsCommand } from './agreements.ts';
import { claimsCommand } from './claims.ts';
import { controlCommand } from './control.ts';
import { demoCommand } from './demo.ts';
import { digestCommand } from './digest.ts';
import { disputesCommand } from './disputes.ts';
import { explainCommand } from './explain.ts';
import { fail } from './failure.ts';
import { gazetteerCommand } from './gazetteer.ts';
import type { Io } from './io.ts';
import { readCommand } from './read.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';
import { timelineCommand } from './timeline.ts';

const COMMANDS = [
  readCommand,
  explainCommand,
  addCommand,
  digestCommand,
  claimsCommand,
  disputesCommand,
  timelineCommand,
  controlCommand,
  agreementsCommand,
  actorsCommand,
  gazetteerCommand,
  showCommand,
  serveCommand,
  demoCommand,
];

/** A command and those it holds. */
function withParts(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withParts)];
}

/** Runs the command line and gives its exit code (docs/cli.md lists them). It never throws. */
export async function run(io: Io, args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('counterclaim')
    .description(
      'Reads conflict reporting into a ledger of attributed claims: who said what happened, and who says otherwise.',
    )
    .version(VERSION)
    .option('--ledger <dir>', 'folder of the ledger (default: COUNTERCLAIM_LEDGER, else ./ledger)');
  for (const make of COMMANDS)
    program.addCommand(
      make(io, (result) => {
        code = result;
      }),
    );
  for (const command of withParts(program)) {
    command
      .exitOverride()
      .configureHelp({ showGlobalOptions: true })
      .showHelpAfterError('(--help tells more)')
      .configureOutput({
        writeOut: (text) => void io.stdout.write(text),
        writeErr: (text) => void io.stderr.write(text),
      });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return fail(io, error);
  }
}
