-- title: Arthroscopic surgery for meniscal tears
-- publication: Academy of Medical Royal Colleges, Evidence-Based Interventions, coding
-- edition: List 2, November 2020; the coding page bears no date, and gives activity of 2018/19
-- address: https://www.aomrc.org.uk/ebi/coding/arthroscopic-surgery-for-meniscal-tears/
-- note: Not the published text: written anew from the codes and criteria that the page lists. It gives no label; this one is ours.
-- note: The page asks for the dominant procedure of the spell, a column that the source lacks. The primary one stands in its place.
-- note: The page admits patients of all ages, so no clause asks for one; a spell without an age counts.
-- note: The page has no exclusion of private patients, and none is added here.
-- note: Its lists have W82.9 and S83.2, and its SQL takes both; its logic in words, in the copy that was read, breaks off before them. Lists and SQL prevail.
-- note: The NHP model of the Strategy Unit, which names the programme as its source, now drops S83.2, asks for M23.8 beside M23.3 and adds W71.4 and W71.5 with Y76.7 and Z84.6. No official page for that was found; this keeps to the page above.

WHEN
    -- note: Keyhole operations on a meniscus, excision, resection and repair alike: W82.1, W82.2, W82.3, W82.8 and W82.9.
    -- note: The whole category, as in the page's SQL: W82 without a fourth character counts, and so would a code added to it.
    Primary_Spell_Procedure LIKE 'W82%'
    -- note: One of three codes as the primary diagnosis. The same code further down the spell does not count.
    -- note: The page's SQL finds them anywhere in the value, this at its start. The same, as long as the column holds one code.
    AND (
        -- note: M23.2: a meniscus that an old tear or injury has left deranged.
        Primary_Spell_Diagnosis LIKE 'M232%'
        -- note: M23.3: other derangements of a meniscus.
        OR Primary_Spell_Diagnosis LIKE 'M233%'
        -- note: S83.2: a fresh tear, which is an injury. The recommendation is about degenerate tears, and the page lists it all the same.
        OR Primary_Spell_Diagnosis LIKE 'S832%'
    )
    -- note: The page leaves out non-elective admissions, and its SQL the emergencies (2…) alone. Maternity (3…), transfers and births pass.
    -- note: A spell without an admission method is not counted: the comparison is UNKNOWN.
    AND APCS.Admission_Method not like ('2%')
THEN 'meniscal_arthroscopy'

-- note: What the programme excludes from every coding: a spell with any diagnosis of cancer.
WHERE
    (
        -- note: Malignant neoplasms, C00 to C97.
        Any_Spell_Diagnosis not like '%C[0-9][0-9]%'
        -- note: Neoplasms in situ, D00 to D09.
        AND Any_Spell_Diagnosis not like '%D0%'
        -- note: Neoplasms of uncertain or unknown behaviour, D37 to D39 and, in the next clause, D40 to D48. Benign ones stay.
        AND Any_Spell_Diagnosis not like '%D3[789]%'
        AND Any_Spell_Diagnosis not like '%D4[012345678]%'
    )
    -- note: A spell without any diagnosis is kept on purpose. No arm can take it where the primary diagnosis is missing, too.
    OR Any_Spell_Diagnosis IS NULL
