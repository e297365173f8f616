using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Interactions;
using Recommender.Storage.Homes;
using Recommender.Storage.Scores;
using Recommender.Storage.Snapshots;
using Recommender.Training.Experiments;

namespace Recommender.Training.Scoring;

/// <summary>Which model scores the customers of which snapshot, and how.</summary>
sealed record ScoreRequest(ChosenModel Model, SnapshotFolder Snapshot, ScoreOptions Options)
{
    /// <summary>What counted as one thing bought when the model was trained: it stands behind the hash of its data.</summary>
    public Level Level => Model.Folder.Manifest.Snapshot.Split(':') is [_, var level, ..]
        ? Enum.GetValues<Level>().FirstOrDefault(known => known.ToString().Equals(level, StringComparison.OrdinalIgnoreCase)) : Level.Item;

    /// <summary>Where the scores are kept unless said otherwise.</summary>
    public string Folder(HomeFolder home, string tenant) => Path.Combine(home.Scores, tenant, Model.Name, $"{Model.VersionWord}-{Snapshot.Manifest.Hash[..12]}");

    /// <summary>The columns that fold-in weighs by: those that the model was given.</summary>
    public static DatasetParts Parts(ShopBaskets learned) =>
        (learned.Quantities.IsEmpty ? DatasetParts.None : DatasetParts.Quantities) | (learned.Amounts.IsEmpty ? DatasetParts.None : DatasetParts.Amounts);

    /// <summary>What the folder will say.</summary>
    public ScoreManifest Manifest(int customers, DateTime now) => new()
    {
        Model = Model.Name,
        Version = Model.Folder.Manifest.Version,
        ModelChecksum = Model.Folder.Manifest.Checksum,
        Dataset = Snapshot.Manifest.Dataset,
        Snapshot = Snapshot.Manifest.Hash,
        N = Options.N,
        Repeats = Options.RepeatsWord,
        PartSize = Options.PartLength,
        PartCount = ScoringRun.Parts(customers, Options),
        Created = now,
        Engine = ProgramBuild.Version,
    };

    /// <summary>Refuses a folder whose scores were begun otherwise: parts of two kinds would stand side by side.</summary>
    public void MustAgreeWith(ScoreManifest begun, string folder)
    {
        var asked = Manifest(customers: 0, begun.Created);
        (string What, object? Begun, object? Asked)[] all =
        [
            ("model", begun.Model, asked.Model),
            ("version", begun.Version, asked.Version),
            ("model checksum", begun.ModelChecksum, asked.ModelChecksum),
            ("snapshot", begun.Snapshot, asked.Snapshot),
            ("--n", begun.N, asked.N),
            ("--repeats", begun.Repeats, asked.Repeats),
            ("--part-size", begun.PartSize, asked.PartSize),
            ("program version", begun.Engine, asked.Engine),
        ];
        if (all.FirstOrDefault(option => !Equals(option.Begun, option.Asked)) is { What: not null } other)
            throw new UserErrorException($"The scores in {folder} were begun with {other.What} {other.Begun ?? "none"}, and {other.Asked ?? "none"} is asked for. Ask for the same, name another folder with --out, or remove this one.");
    }
}
