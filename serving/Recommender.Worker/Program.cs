using Recommender.Worker;

return await Entry.RunAsync(args);
