namespace Recommender.Core.Store;

/// <summary>Holds what a store holds against what was written down when it was written.</summary>
public static class StoreVerification
{
    /// <summary>The faults of a whole model: its history, its aliases and every version.</summary>
    public static IReadOnlyList<StoreFault> Of(StoredModel model, IProgress<int>? versions, CancellationToken cancellationToken)
    {
        var faults = new List<StoreFault>();
        Attempt(faults, (model, null), () => _ = model.History);
        Attempt(faults, (model, null), () => faults.AddRange(PointingNowhere(model)));
        foreach (var version in model.Versions)
        {
            faults.AddRange(Of(model, version, cancellationToken));
            versions?.Report(version);
        }
        return faults;
    }

    /// <summary>The faults of one version.</summary>
    public static IReadOnlyList<StoreFault> Of(StoredModel model, int version, CancellationToken cancellationToken)
    {
        var faults = new List<StoreFault>();
        Attempt(faults, (model, version), () => faults.AddRange(model.Version(version).Problems(cancellationToken).Select(problem => new StoreFault(model.Name, version, problem))));
        return faults;
    }

    static IEnumerable<StoreFault> PointingNowhere(StoredModel model)
    {
        var versions = model.Versions;
        return model.Aliases.Where(alias => !versions.Contains(alias.Value))
            .Select(alias => new StoreFault(model.Name, alias.Value, $"The alias '{alias.Key}' of '{model.Name}' points at version {alias.Value}, which is not there. Point it elsewhere: recommender models rollback {model.Name} --alias {alias.Key}."));
    }

    static void Attempt(List<StoreFault> faults, (StoredModel Model, int? Version) what, Action check)
    {
        try
        {
            check();
        }
        catch (Exception found) when (found is UserErrorException or IOException or UnauthorizedAccessException)
        {
            faults.Add(new(what.Model.Name, what.Version, found.Message));
        }
    }
}
