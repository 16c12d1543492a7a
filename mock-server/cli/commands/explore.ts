import { print } from '#openapi/text/print.ts';
import { type Exploration, explore as exploreOne } from '../../explore/explore.ts';
import { renderExploration } from '../../explore/render-exploration.ts';
import { type ScenarioName, scenarioNames } from '../../explore/scenario.ts';

export type ExploreFlags = {
  handler: string;
  read: string;
  secret: string;
  scenario?: ScenarioName;
  events?: string[];
  runs: number;
  seed: number;
  patience: number;
  json?: true;
};

/** Explores a scenario, or all of them, and prints each result. The exit code is 1 if an order breaks the application. */
export async function explore({ scenario, patience, json, ...options }: ExploreFlags): Promise<void> {
  const results: (Exploration & { scenario: ScenarioName })[] = [];
  for (const name of scenario ? [scenario] : scenarioNames) {
    const result = await exploreOne({ ...options, scenario: name, patienceMs: patience });
    results.push({ scenario: name, ...result });
    if (!json) print(renderExploration(name, result));
  }
  if (json) print(JSON.stringify({ scenarios: results }));
  if (results.some(({ broken }) => broken)) process.exitCode = 1;
}
