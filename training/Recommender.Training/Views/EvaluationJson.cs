using System.Text.Json.Nodes;
using Recommender.Core.Evaluation;
using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Training.Views;

/// <summary>An evaluation as the document that scripts read.</summary>
static class EvaluationJson
{
    static readonly string[] Whole = [Core.Evaluation.Views.New, Core.Evaluation.Views.All];

    public static JsonObject Of(EvaluationResult result) => new()
    {
        ["dataset"] = result.Dataset,
        ["snapshot"] = result.Snapshot,
        ["split"] = result.Split.ToString(),
        ["seed"] = result.Split.Seed,
        ["customers"] = Customers(result),
        ["trainers"] = new JsonArray([.. result.Trainers.Select(trainer => (JsonNode)Of(trainer))]),
    };

    static JsonObject Customers(EvaluationResult result) => IsExplicit(result)
        ? new() { [Core.Evaluation.Views.All] = result.Customers(Core.Evaluation.Views.Ratings) }
        : new(Whole.Select(view => KeyValuePair.Create(view, (JsonNode?)result.Customers(view))));

    static bool IsExplicit(EvaluationResult result) => result.Trainers.Any(trainer => trainer.Evaluation[Core.Evaluation.Views.Ratings] is not null);

    static JsonObject Of(TrainerResult trainer)
    {
        var json = new JsonObject
        {
            ["trainer"] = trainer.Trainer,
            ["options"] = new JsonObject(trainer.Options.Select(option => KeyValuePair.Create(option.Key, Value(option.Value)))),
            ["seconds"] = trainer.Seconds,
            ["peak_mb"] = trainer.PeakMegabytes,
        };
        if (trainer.Evaluation[Core.Evaluation.Views.Ratings] is { } ratings)
        {
            foreach (var (name, measured) in ratings.Metrics) json[name] = measured.Value;
            json["metrics"] = new JsonObject { [Core.Evaluation.Views.All] = Metrics(ratings) };
            return json;
        }
        json["metrics"] = Views(trainer, view => Whole.Contains(view));
        json["slices"] = Views(trainer, view => !Whole.Contains(view));
        return json;
    }

    static JsonObject Views(TrainerResult trainer, Func<string, bool> isWanted)
    {
        var views = new JsonObject();
        foreach (var view in trainer.Evaluation.Views.Where(view => isWanted(view.Name)))
        {
            var metrics = Metrics(view);
            views[view.Name] = metrics;
            if (!Whole.Contains(view.Name)) metrics["customers"] = view.Cases.Count;
        }
        return views;
    }

    static JsonObject Metrics(ViewResult view) => new(view.Metrics.Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)Of(metric.Value))));

    static JsonObject Of(Measurement measured) => new() { ["value"] = measured.Value, ["low"] = measured.Low, ["high"] = measured.High };

    // Options come as texts; numbers and truth values are given back as what they are.
    static JsonNode? Value(string text) =>
        bool.TryParse(text, out var flag) ? flag
        : long.TryParse(text, out var whole) ? whole
        : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : text;
}
