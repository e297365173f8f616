using System.CommandLine;
using Recommender.Core.Interactions;
using Recommender.Storage.Datasets;
using Recommender.Training.Experiments;

namespace Recommender.Training.Commands;

/// <summary>The options by which commands that train or evaluate are told their data.</summary>
sealed class DataOptions
{
    readonly Option<string?> _dataset = new("--dataset") { Description = "Name of the dataset.", HelpName = "name" };
    readonly Option<string?> _snapshot = new("--snapshot") { Description = "First digits of a snapshot's hash [default: the current one].", HelpName = "hash" };
    readonly Option<string> _level = new("--level") { Description = "item, category, family or brand: what counts as one thing bought.", HelpName = "level", DefaultValueFactory = _ => "item" };
    readonly Option<string?> _train = new("--train") { Description = "A research file to train on instead: lines 'user item [rating [time]]' with any separator, or 'user item item ...'.", HelpName = "file" };
    readonly Option<string?> _test = new("--test") { Description = "The file of what came afterwards, laid out like --train.", HelpName = "file" };
    readonly Option<string> _layout = new("--layout") { Description = "auto, pairs or lists: how --train and --test are laid out.", HelpName = "layout", DefaultValueFactory = _ => "auto" };
    readonly Option<string?> _split = new("--split")
    {
        Description = "temporal[:DATE or share], leave-last-out, holdout:SHARE, holdout-items:SHARE, strong:SHARE or hash:N [default: temporal, before which 80 % of the baskets lie].",
        HelpName = "split",
    };

    readonly Option<int> _seed = new("--seed") { Description = "Decides everything random; the same seed gives the same result.", HelpName = "n", DefaultValueFactory = _ => DataChoice.DefaultSeed };

    public DataOptions()
    {
        _level.AcceptOnlyFromAmong([.. Enum.GetNames<Level>().Select(name => name.ToLowerInvariant())]);
        _layout.AcceptOnlyFromAmong([.. Enum.GetNames<PairLayout>().Select(name => name.ToLowerInvariant())]);
    }

    Option[] All => [_dataset, _snapshot, _level, _train, _test, _layout, _split, _seed];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Options.Add(option);
    }

    /// <summary>Whether any data is named.</summary>
    public bool IsNamed(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is { Implicit: false });

    public DataChoice Choice(ParseResult parsed)
    {
        var (dataset, train, test, split) = (parsed.GetValue(_dataset), parsed.GetValue(_train), parsed.GetValue(_test), parsed.GetValue(_split));
        if (dataset is null == train is null) throw new WrongUseException($"{(train is null ? "No data is named." : "--dataset and --train exclude each other.")} Give --dataset <name>, or --train <file>, perhaps with --test <file>.");
        if (test is not null && (train is null || split is not null)) throw new WrongUseException(train is null ? "--test belongs to --train <file>." : "--test is the split; leave --split away.");

        if (split is not null) WrongUse.Check(() => Core.Evaluation.Split.Parse(split));
        return new()
        {
            Dataset = dataset,
            Snapshot = parsed.GetValue(_snapshot),
            Level = Enum.Parse<Level>(parsed.GetValue(_level)!, ignoreCase: true),
            TrainFile = train,
            TestFile = test,
            Layout = Enum.Parse<PairLayout>(parsed.GetValue(_layout)!, ignoreCase: true),
            Split = split,
            Seed = parsed.GetValue(_seed),
        };
    }
}
