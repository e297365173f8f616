using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;
using Recommender.Storage.Datasets;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;
using Recommender.Training.Terminal;

namespace Recommender.Training.Scoring;

/// <summary>Opens what a request names, goes on where a former run was broken off, and says what came out.</summary>
sealed class CustomerScoring(HomeFolder home, string tenant, TimeProvider clock)
{
    /// <summary>Scores everybody into <paramref name="folder"/>, or into the home where it is null.</summary>
    public ScoreResult Run(ScoreRequest request, string? folder, IProgress<StepProgress>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();

        // From here on whoever is forgotten is either on the list that is read below, or taken out of the parts once this folder is free.
        using var scores = ScoreFolder.Open(folder ?? request.Folder(home, tenant), TimeSpan.Zero, _ => { }, cancellationToken);
        if (scores.Manifest is { } begun) request.MustAgreeWith(begun, scores.Path);
        progress?.Report(new("opening"));
        var kept = scores.Manifest is null ? 0 : scores.KeepWhole(cancellationToken);
        var strangers = scores.Manifest is { Finished: true } ? null : (int?)Complete(request, scores, progress, cancellationToken);
        return new(scores.Path, scores.Manifest!)
        {
            Seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3),
            Kept = kept,
            Strangers = strangers,
        };
    }

    int Complete(ScoreRequest request, ScoreFolder scores, IProgress<StepProgress>? progress, CancellationToken cancellationToken)
    {
        var (key, suppressed) = (KeyOf(), home.Tenant(tenant).Suppressions);
        using var opened = request.Model.Open(cancellationToken);
        progress?.Report(new("reading customers"));
        var dataset = Read(request, opened, cancellationToken);
        var audience = Audience.Of(opened.Trained, dataset, (key, suppressed), cancellationToken);
        if (scores.Manifest is null) scores.Begin(request.Manifest(audience.Count, clock.GetUtcNow().UtcDateTime));
        new ScoringRun(audience, request.Options, scores, progress).Run(home, cancellationToken);
        return audience.Strangers;
    }

    Dataset Read(ScoreRequest request, OpenedModel opened, CancellationToken cancellationToken)
    {
        var dataset = DatasetReader.Read(home, request.Snapshot, new(request.Level, ScoreRequest.Parts(opened.Trained.Histories)), cancellationToken);
        return dataset.Customers.Count > 0 ? dataset
            : throw new UserErrorException($"The dataset '{dataset.Name}' has no customers to score: all of its baskets are anonymous. Import a column of customers, or use baskets: recommender rules --dataset {dataset.Name}.");
    }

    TenantKey KeyOf() => home.Tenant(tenant).Key
        ?? throw new UserErrorException($"The tenant '{tenant}' has no key, so the model's customers cannot be recognised. Put back the file 'key' from a backup, or train here: recommender train --help.");
}
