/** The script of the pages on which a derivation is written. The judge comes when somebody writes. */
import { folderOf } from "../load-exercise.ts";
import { WrittenBench, type WrittenData } from "./bench.ts";

const folder = folderOf(document.currentScript);

function mount(): void {
  const place = document.querySelector<HTMLElement>(".written-bench");
  const data = document.querySelector("#written-data")?.textContent;
  if (place === null || !data) return;
  new WrittenBench(place, JSON.parse(data) as WrittenData, `${folder}lines-judge.js`);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mount);
else mount();
