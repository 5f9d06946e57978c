WHEN Primary_Spell_Procedure LIKE 'W82%'
    AND (
        Primary_Spell_Diagnosis LIKE 'M232%'
        OR Primary_Spell_Diagnosis LIKE 'M233%'
        OR Primary_Spell_Diagnosis LIKE 'S832%'
    )
    AND APCS.Admission_Method NOT LIKE ('2%')
THEN 'meniscal_arthroscopy'
