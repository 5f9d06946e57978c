WHEN
    (
        LEFT(Primary_Spell_Procedure, 4) LIKE '%V38[23456]%'
        OR LEFT(Primary_Spell_Procedure, 4) LIKE '%V39[34567]%'
        OR LEFT(Primary_Spell_Procedure, 4) LIKE '%V404%'
    )
    AND Primary_Spell_Diagnosis LIKE '%M54[34589]%'
    AND NOT (
        Any_Spell_Diagnosis LIKE '%M40[012]%'
        OR Any_Spell_Diagnosis LIKE '%M41[01234589]%'
        OR Any_Spell_Diagnosis LIKE '%M42[019]%'
        OR Any_Spell_Diagnosis LIKE '%M43[01589]%'
        OR Any_Spell_Diagnosis LIKE '%M45%'
        OR Any_Spell_Diagnosis LIKE '%C41[24]%'
        OR Any_Spell_Diagnosis LIKE '%M462%'
        OR Any_Spell_Diagnosis LIKE '%M533%'
        OR Any_Spell_Diagnosis LIKE '%M80[01234589]8%'
    )
    -- Age between 19 and 120
    AND ISNULL(APCS.Age_At_Start_of_Spell_SUS, APCS.Der_Age_at_CDS_Activity_Date) BETWEEN 19 AND 120
    -- Only Elective Activity
    AND APCS.Admission_Method NOT LIKE ('2%')
THEN '2Y_back_pain_fusion'
