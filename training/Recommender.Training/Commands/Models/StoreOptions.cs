using System.CommandLine;
using Recommender.Core.Store;
using Recommender.Storage.Homes;

namespace Recommender.Training.Commands.Models;

/// <summary>What the verbs on stored models share.</summary>
static class StoreOptions
{
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    public static Argument<string> Name() => new("name") { Description = "Name of the model." };

    public static Argument<string> Reference() => new("version") { Description = "A version: name, name@alias or name@number.", HelpName = "name[@which]" };

    public static Option<string> Alias() => new("--alias") { Description = "Which alias.", HelpName = "name", DefaultValueFactory = _ => StoredModel.Production };

    public static Option<string?> Reason() => new("--reason") { Description = "Why, for the history.", HelpName = "text" };

    public static ModelStore Store(Verb verb) => verb.Home.Tenant(verb.Tenant).Models;

    /// <summary>The models, or a sentence on how to get the first.</summary>
    public static IReadOnlyList<StoredModel> All(Verb verb)
    {
        var models = Store(verb).Models;
        if (models.Count == 0) verb.Say($"No models yet in {verb.Home.Path}. Publish one: recommender train --dataset <name> --trainer ease --publish <model>.");
        return models;
    }

    /// <summary>A name without a version; a version where a model is meant is said, not guessed.</summary>
    public static StoredModel Model(Verb verb, string name) => name.Contains('@', StringComparison.Ordinal)
        ? throw new WrongUseException($"'{name}' names a version, and this is about a whole model. Leave away what follows the name: {name.Split('@')[0]}.")
        : Store(verb).Existing(name);

    /// <summary>Runs <paramref name="change"/> as the home's only writer; what dead writers left is cleared on the way in.</summary>
    public static T Write<T>(Verb verb, string name, Func<T> change, CancellationToken cancellationToken)
    {
        using var writer = WriterLock.Acquire(verb.Home, name, Wait, verb.Say, cancellationToken);
        return change();
    }
}
