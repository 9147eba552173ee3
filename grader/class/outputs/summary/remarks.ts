import { type RemarkKind, remarkKinds } from "../../collect/remarks.ts";
import type { StudentResult } from "../../results.ts";

export interface RemarksOfKind {
  readonly kind: RemarkKind;
  readonly lines: readonly { readonly student: StudentResult; readonly text: string }[];
}

/** All remarks of a class, the gravest kind first; kinds without a remark are left out. */
export function remarksByKind(students: readonly StudentResult[]): readonly RemarksOfKind[] {
  return remarkKinds.flatMap((kind) => {
    const lines = students.flatMap((student) =>
      student.remarks.flatMap((each) => (each.kind === kind ? [{ student, text: each.text }] : [])),
    );
    return lines.length === 0 ? [] : [{ kind, lines }];
  });
}
