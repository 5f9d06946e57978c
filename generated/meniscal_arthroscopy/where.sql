WHERE
    (
        Any_Spell_Diagnosis NOT LIKE '%C[0-9][0-9]%'
        AND Any_Spell_Diagnosis NOT LIKE '%D0%'
        AND Any_Spell_Diagnosis NOT LIKE '%D3[789]%'
        AND Any_Spell_Diagnosis NOT LIKE '%D4[012345678]%'
    )
    OR Any_Spell_Diagnosis IS NULL
