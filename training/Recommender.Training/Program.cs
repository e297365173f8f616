using System.CommandLine;

return await new RootCommand("Recommender: from a shop's purchase history to recommendations.").Parse(args).InvokeAsync();
