-- Washout of the knee by arthroscope, in adults
WHEN Procedure_Code LIKE 'W85[23]%'
AND Age >= 19
THEN 'knee_washout'
-- Planned admissions only
WHERE Admission_Method NOT LIKE '2%'
