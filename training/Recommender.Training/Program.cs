using Recommender.Training;

return await Entry.RunAsync(args);
