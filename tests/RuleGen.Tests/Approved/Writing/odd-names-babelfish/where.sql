-- before where
WHERE [Select] NOT LIKE 'a	b'
