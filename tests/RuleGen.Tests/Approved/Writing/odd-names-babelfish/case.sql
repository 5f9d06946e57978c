CASE
    -- on the arm
    WHEN
        -- first line
        -- GO
        -- :r c:\x.sql
        -- !! dir
        [O'Brien's) col] LIKE '%''; DROP TABLE x; --%' -- trailing */ $ (x) GO
        AND [a b] IS NOT NULL
    THEN 'O''Brien é'
    WHEN a_b = N'x'
        OR [A-B] > 3
    THEN N'''''''日本'''''
    WHEN größe IN (1, 2, 3)
    THEN NULL
    ELSE ']]' -- after else
END
