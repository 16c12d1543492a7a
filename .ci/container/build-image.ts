import { execFileSync } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Copy, DockerfileParser, Env, From, type Instruction } from 'dockerfile-ast';

/** A directory that stands for the file system of an image, and what the image says of its process. */
export type Image = {
  root: string;
  workdir: string;
  env: Record<string, string>;
  user: string | undefined;
  volumes: string[];
  entrypoint: string[];
  command: string[];
  health: string[];
};

/** What an image is built from. */
export type BuildContext = {
  dockerfile: string;
  /** The checkout. */
  source: string;
  /** Its files that `.dockerignore` lets through. */
  files: readonly string[];
  /** Where the images go. */
  folder: string;
  /** Directory with the `node` that the base image brings. */
  node: string;
  /** A step that is not run, because its outcome is there: this `node_modules`. */
  done: { step: string; modules: string } | undefined;
};

/**
 * Runs the steps of a Dockerfile in directories, one for each stage, and returns the last. Knows the instructions that
 * ours has, and throws for any other. Paths in RUN have to be relative, since nothing puts the root elsewhere.
 */
export async function buildImage(context: BuildContext): Promise<Image> {
  const stages = new Map<string, Image>();
  let image: Image | undefined;
  for (const instruction of DockerfileParser.parse(context.dockerfile).getInstructions()) {
    console.log(`  ${instruction.getKeyword()} ${instruction.getArgumentsContent()}`);
    if (instruction instanceof From) {
      image = emptyImage(join(context.folder, `stage-${stages.size}`), context.node);
      stages.set(instruction.getBuildStage() ?? 'last', image);
      await mkdir(image.root);
    } else if (image) {
      await take(instruction, image, stages, context);
    }
  }
  if (!image) throw new Error('Could not build the image: the Dockerfile has no FROM. Begin with one.');
  return image;
}

function emptyImage(root: string, node: string): Image {
  const env = { PATH: `${node}:/usr/local/bin:/usr/bin:/bin` };
  return { root, workdir: '/', env, user: undefined, volumes: [], entrypoint: [], command: [], health: [] };
}

async function take(
  instruction: Instruction,
  image: Image,
  stages: ReadonlyMap<string, Image>,
  context: BuildContext,
): Promise<void> {
  const text = instruction.getArgumentsContent() ?? '';
  if (instruction instanceof Copy) return copy(instruction, image, stages, context);
  if (instruction instanceof Env) {
    for (const property of instruction.getProperties()) image.env[property.getName()] = property.getValue() ?? '';
    return;
  }
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      image.workdir = posix.resolve(image.workdir, text);
      await mkdir(join(image.root, image.workdir), { recursive: true });
      return;
    case 'RUN':
      return run(text, image, context);
    case 'USER':
      image.user = text;
      return;
    case 'VOLUME':
      image.volumes.push(text);
      return;
    case 'HEALTHCHECK':
      image.health = JSON.parse(text.replace(/^CMD /, ''));
      return;
    case 'ENTRYPOINT':
      image.entrypoint = JSON.parse(text);
      return;
    case 'CMD':
      image.command = JSON.parse(text);
      return;
    case 'EXPOSE':
      return;
    default:
      throw new Error(`Could not do ${instruction.getKeyword()}: nothing here knows it. Teach build-image.ts.`);
  }
}

async function copy(
  instruction: Copy,
  image: Image,
  stages: ReadonlyMap<string, Image>,
  { source, files }: BuildContext,
): Promise<void> {
  const stage = instruction.getFromFlag()?.getValue();
  const paths = instruction.getArguments().map((argument) => argument.getValue());
  const target = join(image.root, image.workdir, paths.pop() ?? '');
  for (const path of paths) {
    if (stage) {
      const root = stages.get(stage)?.root;
      if (!root) throw new Error(`Could not copy from ${stage}: there is no such stage before. Name one.`);
      await cp(join(root, path), target, { recursive: true, verbatimSymlinks: true });
      continue;
    }
    const sent = files.filter((file) => path === '.' || file === path);
    if (sent.length === 0) throw new Error(`Could not copy ${path}: .dockerignore leaves it out. Let it in.`);
    for (const file of sent) await cp(join(source, file), join(target, file));
  }
}

async function run(step: string, { root, workdir, env, user }: Image, { done }: BuildContext): Promise<void> {
  const cwd = join(root, workdir);
  if (user) throw new Error(`Could not run ${step}: it comes after USER. Put it before.`);
  if (step === done?.step) {
    console.log('    (not again: the checkout has what this installs)');
    await symlink(done.modules, join(cwd, 'node_modules'));
    return;
  }
  execFileSync('sh', ['-c', step], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
}
