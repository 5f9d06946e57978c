Age_At_Start_of_Spell_SUS >= 19
OR Age_At_Start_of_Spell_SUS IS NULL
