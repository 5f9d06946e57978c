using RuleGen.Cli;

return RuleGen.Cli.CommandLine.Run(args);
