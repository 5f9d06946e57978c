-- The same, as somebody tidied it
WHEN (Procedure_Code LIKE 'W852%' OR Procedure_Code LIKE 'W853%')
AND NOT Age < 19
THEN 'knee_washout'
WHERE LEFT(Admission_Method, 1) <> '2'
