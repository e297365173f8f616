using Microsoft.Extensions.Logging;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Engine.Pool;

namespace Recommender.Engine;

/// <summary>Names the models that an application's pool answers with.</summary>
public sealed class ModelPoolBuilder
{
    readonly string _store;
    readonly Dictionary<string, bool> _models = new(StringComparer.Ordinal);

    internal ModelPoolBuilder(string store) => _store = Path.GetFullPath(store);

    /// <summary>Adds a model of the store by its name. Where changes are watched for, what is promoted goes live by itself.</summary>
    public ModelPoolBuilder FromStore(string model, bool watchForChanges = false)
    {
        _ = new ModelStore(_store).Model(model);   // checks the name
        return _models.TryAdd(model, watchForChanges) ? this
            : throw new UserErrorException($"The model '{model}' was added to the pool already. Add each once.");
    }

    internal ModelPool Open(PoolOptions options, TimeProvider clock, ILogger logger) =>
        new(_ => new ModelStore(_store), options with { Follows = (tenant, model) => _models.GetValueOrDefault(model, true) && options.Follows(tenant, model) }, clock, logger);
}
