namespace Recommender.Training.Trainers;

/// <summary>One line of the catalogue: what the trainer is for, the type of its options, how it is made.</summary>
sealed record TrainerEntry(string Purpose, Type Options, Func<string, IReadOnlyList<KeyValuePair<string, string>>, ITrainer> Create)
{
    public static TrainerEntry Of<TOptions>(string purpose, Func<TOptions, ITrainer> create) where TOptions : class, new() =>
        new(purpose, typeof(TOptions), (name, options) => create(OptionsText.Read<TOptions>(name, options)));
}
