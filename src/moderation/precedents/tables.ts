// SPDX-License-Identifier: AGPL-3.0-or-later

export type PrecedentTables = {
  equal_treatment_choice: {
    id: string;
    body: string;
    smallest_group: number;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
};
