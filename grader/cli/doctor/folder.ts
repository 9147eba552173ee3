import { accessSync, constants } from "node:fs";
import { userCourse } from "../npm/user-folder.ts";
import type { Examined } from "./examined.ts";

export function examineFolder(): Examined {
  let root = "";
  try {
    root = userCourse();
    accessSync(root, constants.W_OK);
    return { name: "this folder", state: "yes", says: "Can be written to; hints are remembered." };
  } catch {
    return root === ""
      ? { name: "this folder", state: "no", says: "Holds no course: cd to the folder with exercises/." }
      : { name: "this folder", state: "missing", says: "Cannot be written to; hints are not remembered." };
  }
}
