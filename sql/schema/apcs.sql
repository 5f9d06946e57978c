CREATE TABLE [dbo].[APCS] (
    [APCS_Ident] bigint NOT NULL,
    [Primary_Spell_Procedure] varchar(100) COLLATE Latin1_General_CI_AS NULL,
    [Primary_Spell_Diagnosis] varchar(100) COLLATE Latin1_General_CI_AS NULL,
    [Any_Spell_Diagnosis] varchar(4000) COLLATE Latin1_General_CI_AS NULL,
    [Age_At_Start_of_Spell_SUS] int NULL,
    [Der_Age_at_CDS_Activity_Date] int NULL,
    [Admission_Method] varchar(2) COLLATE Latin1_General_CI_AS NULL,
    [Administrative_Category] varchar(2) COLLATE Latin1_General_CI_AS NULL,
    PRIMARY KEY ([APCS_Ident])
);
