using System.CommandLine;
using System.Globalization;
using Recommender.Core.Baskets.CrossSell;

namespace Recommender.Training.Commands;

/// <summary>The options that say which pairs of a cross-sell matrix are answered, and in which order.</summary>
sealed class QueryOptions
{
    static readonly CrossSellQuery Defaults = new();

    readonly Option<double> _support = new("--min-support") { Description = "Share of all baskets that hold both.", HelpName = "share", DefaultValueFactory = _ => Defaults.MinSupport };
    readonly Option<double> _confidence = new("--min-confidence") { Description = "Share of the anchor's baskets that hold the other.", HelpName = "share", DefaultValueFactory = _ => Defaults.MinConfidence };
    readonly Option<double> _lift = new("--min-lift") { Description = "Times as often together as popularity alone would have it.", HelpName = "times", DefaultValueFactory = _ => Defaults.MinLift };
    readonly Option<bool> _unfiltered = new("--no-filters") { Description = "Answer every pair that is kept, whatever its support, confidence and lift." };
    readonly Option<string> _weights = new("--weights") { Description = "Weights of lift, confidence and support in affinity.", HelpName = "l,c,s", DefaultValueFactory = _ => "0.5,0.3,0.2" };
    readonly Option<bool> _symmetric = new("--symmetric") { Description = "The same affinity in both directions: each pair once." };
    readonly Option<bool> _decayed = new("--decayed") { Description = "Measure by counts decayed by age, which --half-life makes." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _support, _confidence, _lift, _unfiltered, _weights, _symmetric, _decayed }) command.Options.Add(option);
    }

    public CrossSellQuery Read(ParseResult parsed)
    {
        var thresholds = parsed.GetValue(_unfiltered) ? CrossSellQuery.Unfiltered : new CrossSellQuery
        {
            MinSupport = Share(parsed.GetValue(_support), "--min-support"),
            MinConfidence = Share(parsed.GetValue(_confidence), "--min-confidence"),
            MinLift = parsed.GetValue(_lift) is >= 0 and < double.PositiveInfinity and var lift ? lift : throw new WrongUseException($"--min-lift {parsed.GetValue(_lift)} is no lift. Give 0 or more, such as 1.2."),
        };
        return thresholds with { Weights = Weights(parsed.GetRequiredValue(_weights)), IsSymmetric = parsed.GetValue(_symmetric), IsDecayed = parsed.GetValue(_decayed) };
    }

    static double Share(double value, string option) => value is >= 0 and <= 1 ? value : throw new WrongUseException($"{option} {value} is no share. Give one from 0 to 1.");

    static AffinityWeights Weights(string text)
    {
        var parts = Array.ConvertAll(text.Split(','), part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and < 1e9 ? weight : double.NaN);
        return parts.Length == 3 && parts.Sum() > 0 ? new(parts[0], parts[1], parts[2])
            : throw new WrongUseException($"--weights {text} are no weights. Give three numbers of 0 or more that are not all 0, such as 0.5,0.3,0.2 for lift, confidence and support.");
    }
}
