-- Exclusions
WHERE 1=1
    AND (1>0) -- also true
    -- Cancer Diagnosis Exclusion
    AND (
        All_Diagnoses NOT LIKE '%C[0-9][0-9]%'
            AND All_Diagnoses NOT LIKE '%D3[789]%'
        OR All_Diagnoses IS NULL
    )
    -- Private
    -- Appointment -- Exclusion /* */
    AND (spells.ADMISSION_method != '02')
    AND (
        spells.ADMISSION_method BETWEEN '11' AND '13'
        OR (
            spells.ADMISSION_method = '81'
            OR spells.ADMISSION_method IS NULL
        )
    )
