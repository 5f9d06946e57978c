# Builds everything and writes generated/; with -Check, writes nothing and fails if something would change.
# For Windows PowerShell 5.1 and PowerShell 7. Everything it does is a dotnet command that can be run by itself.
param(
    [switch] $Check,
    [switch] $Test
)

Set-Location -LiteralPath $PSScriptRoot

if ($Check) {
    dotnet run --project src/RuleGen.Cli -- build --check
}
else {
    dotnet run --project src/RuleGen.Cli -- build
}

if ($LASTEXITCODE -eq 0 -and $Test) {
    dotnet test
}

exit $LASTEXITCODE
