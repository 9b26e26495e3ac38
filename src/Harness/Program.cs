using Harness;

return CommandLine.Run(args);
