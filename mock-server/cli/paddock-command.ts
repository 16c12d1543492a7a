import { Command, type ErrorOptions } from 'commander';

/** A command that reports misuse in one line, with a suggestion and its help. */
export class PaddockCommand extends Command {
  override createCommand(name?: string): PaddockCommand {
    return new PaddockCommand(name);
  }

  override error(message: string, options?: ErrorOptions): never {
    const [problem = '', ...suggestions] = message.split('\n');
    const sentences = [problem, ...suggestions.map((text) => text.replace(/^\((.*)\)$/, '$1'))].map(endSentence);
    return super.error(`${sentences.join(' ')} See \`${pathOf(this)} --help\`.`, options);
  }
}

/** Joins the names of a command, such as `paddock start`. */
function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function endSentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}
