WHEN Admission_Method LIKE '2%'
THEN 'emergency'
