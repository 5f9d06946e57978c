return RuleGen.Cli.CommandLine.Run(args);
