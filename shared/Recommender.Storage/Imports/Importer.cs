using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Storage.Cleaning;
using Recommender.Storage.Forgetting;
using Recommender.Storage.Homes;
using Recommender.Storage.Profiles;
using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Imports;

/// <summary>From a shop's files to a published snapshot: read, understand, type, clean, write, scan, publish.</summary>
public sealed class Importer(HomeFolder home, TimeProvider clock)
{
    /// <summary>Imports; nothing is visible before everything is written.</summary>
    /// <param name="says">Told in a sentence what a person should know on the way.</param>
    public ImportResult Run(ImportRequest request, Action<string> says, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var dataset = home.Dataset(request.Tenant, request.Dataset);
        using var writer = WriterLock.Acquire(home, "import", request.Wait, says, cancellationToken);
        new DataSubjects(home, request.Tenant, clock).FinishPending(writer, says, cancellationToken);
        var former = request.Append ? dataset.Current : null;
        using var staging = dataset.CreateStaging(writer);
        var report = new ImportReport(progress);
        try
        {
            using var workshop = new Workshop(staging.Path, request.Resources);
            var session = new ImportSession(workshop, request, report, clock);
            session.Load(long.MaxValue, cancellationToken);
            session.Understand(cancellationToken);
            session.Type(cancellationToken);

            var cleaner = new Cleaner(workshop, request.Cleaning, report);
            cleaner.RefuseTooManyRejects(session.Read, session.Unusable, FirstReject(workshop, cancellationToken));
            var replaced = former is null ? 0 : new FormerSnapshot(workshop, former).Bring(request.Cleaning.Runs("variants"), cancellationToken);
            if (request.Cleaning.Runs("ids")) cleaner.NormaliseIds(cancellationToken);
            new Suppressed(workshop, dataset.Tenant).Remove(cancellationToken);
            cleaner.Run(session.Lines.Has("rating"), cancellationToken);
            var counts = cleaner.Count(session.Read, session.Unusable, cancellationToken);

            var rows = new SnapshotWriter(workshop, staging, report).Write(cancellationToken);
            report.Step("scanning");
            var profile = ProfileBuilder.Scan(workshop.Connection, staging.Path, new()
            {
                Source = session.Profile(cancellationToken),
                Counts = counts,
                Warnings = [.. report.Warnings, .. new DataWarnings(workshop).Find(cancellationToken)],
            }, cancellationToken);
            profile.Write(staging.File(SnapshotProfile.FileName));
            workshop.Dispose();

            var manifest = Manifest(request, session, profile, former?.Manifest.Hash).Sealed(staging.Describe(rows, cancellationToken));
            var published = dataset.Publish(staging, manifest, writer);
            return new(published.Snapshot, published.Written, replaced, profile, session.Describe(), Stopwatch.GetElapsedTime(started));
        }
        catch (Exception e) when (WorkFailure.IsExplained(e))
        {
            throw WorkFailure.Explain(e, home.Path);
        }
    }

    /// <summary>Reads the beginning of the source and says how it would be understood; writes nothing into the home.</summary>
    public ImportPreview Preview(ImportRequest request, CancellationToken cancellationToken)
    {
        home.Dataset(request.Tenant, request.Dataset);
        var folder = Directory.CreateTempSubdirectory("recommender-preview-");
        try
        {
            using var workshop = new Workshop(folder.FullName, request.Resources);
            var report = new ImportReport(progress: null);
            var session = new ImportSession(workshop, request, report, clock);
            session.Load(PreviewLines.Most, cancellationToken);
            session.Understand(cancellationToken);
            session.Type(cancellationToken);
            return new PreviewLines(workshop).Read(session, report.Warnings, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string FirstReject(Workshop workshop, CancellationToken cancellationToken) =>
        workshop.Rows(
            """
            SELECT name, line, "column", value, reason, cure, count(*) OVER (PARTITION BY "column", reason) AS alike
            FROM rejects JOIN files USING (file) ORDER BY alike DESC, file, line LIMIT 1
            """,
            reader => $"line {reader.GetInt64(1)} of {reader.GetString(0)}{(reader.IsDBNull(2) ? "" : $", {reader.GetString(2)}")}"
                + $"{(reader.IsDBNull(3) ? "" : $" '{reader.GetString(3)}'")}: {reader.GetString(4)} ({reader.GetString(5)}).",
            cancellationToken).FirstOrDefault("");

    SnapshotManifest Manifest(ImportRequest request, ImportSession session, SnapshotProfile profile, string? parent) => new()
    {
        Tenant = request.Tenant,
        Dataset = request.Dataset,
        Created = clock.GetUtcNow().UtcDateTime,
        RowsRead = session.Read,
        Counts = profile.Counts,
        Lines = profile.Tables["purchases"].Rows,
        Baskets = profile.Baskets.Count,
        Customers = profile.Baskets.Customers,
        Items = profile.Baskets.Items,
        Pairs = profile.Baskets.Pairs,
        From = profile.Baskets.From,
        To = profile.Baskets.To,
        Source = SourceFacts.Of(session.Sources, session.Kind),
        Options = Options(request),
        Parent = parent,
    };

    static JsonElement Options(ImportRequest request)
    {
        var options = request.Cleaning.ToJson();
        if (request.Append) options["append"] = JsonValue.Create(true);
        return JsonSerializer.SerializeToElement(options);
    }
}
