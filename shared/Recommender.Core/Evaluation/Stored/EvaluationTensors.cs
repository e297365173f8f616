using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Core.Datasets;
using Recommender.Core.Evaluation.Splits;
using Recommender.Core.Models.Tensors;

namespace Recommender.Core.Evaluation.Stored;

/// <summary>
/// An evaluation as tensors: every metric of every customer, so that it can be compared later without training anything again. Equal
/// results give equal files; what a training took is not part of them.
/// </summary>
public static class EvaluationTensors
{
    const int MostTrainers = 1000;

    /// <summary>Adds the result; all its trainers were asked about the same cases, whose names stand elsewhere.</summary>
    public static void Write(EvaluationResult result, TensorWriter tensors)
    {
        if (result.Trainers.Count == 0) throw new ArgumentException("A result without a trainer says nothing.", nameof(result));
        if (result.Split is GivenSplit) throw new UserErrorException("A cut that a test file makes cannot be made again from the data, so no version is stored with it. Evaluate with --split instead of --test.");

        tensors.Note("dataset", result.Dataset);
        tensors.Note("snapshot", result.Snapshot);
        tensors.Note("split", result.Split.ToString());
        tensors.Note("seed", Text(result.Split.Seed));
        tensors.Note("trainers", Text(result.Trainers.Count));
        var names = result.Trainers[0].Evaluation.Names;
        tensors.Note("cases", Text(names.Count));
        foreach (var (number, trainer) in result.Trainers.Index())
        {
            if (!trainer.Evaluation.Names.Letters.Span.SequenceEqual(names.Letters.Span) || !trainer.Evaluation.Names.Ends.Span.SequenceEqual(names.Ends.Span))
                throw new ArgumentException("The trainers were not asked about the same customers.", nameof(result));

            Write(trainer, tensors.Scope(Text(number)));
        }
    }

    /// <summary>Reads what <see cref="Write(EvaluationResult, TensorWriter)"/> wrote; nothing of it lives in the file. Numbers that cannot be are an error.</summary>
    public static EvaluationResult Read(TensorReader tensors, Vocabulary names)
    {
        try
        {
            if (Number(tensors, "cases") is var cases && cases != names.Count) throw tensors.Broken($"it is about {cases} customers and {names.Count} are named");

            var trainers = Number(tensors, "trainers");
            if (trainers is < 1 or > MostTrainers) throw tensors.Broken($"it would hold {trainers} trainers");

            return new()
            {
                Dataset = tensors.RequiredNote("dataset"),
                Snapshot = tensors.RequiredNote("snapshot"),
                Split = Cut(tensors),
                Trainers = [.. Enumerable.Range(0, trainers).Select(number => Trainer(tensors.Scope(Text(number)), names))],
            };
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            throw tensors.Broken($"a note is not what was written: {unread.Message.TrimEnd('.')}");
        }
    }

    static void Write(TrainerResult trainer, TensorWriter tensors)
    {
        tensors.Note("trainer", trainer.Trainer);
        tensors.Note("options", new JsonObject(trainer.Options.Select(option => KeyValuePair.Create(option.Key, (JsonNode?)option.Value))).ToJsonString());
        tensors.Note("views", TextList.Write(trainer.Evaluation.Views.Select(view => view.Name)));
        foreach (var (number, view) in trainer.Evaluation.Views.Index()) ViewTensors.Write(view, tensors.Scope(Text(number)));
    }

    static TrainerResult Trainer(TensorReader tensors, Vocabulary names) => new()
    {
        Trainer = tensors.RequiredNote("trainer"),
        Options = (JsonNode.Parse(tensors.RequiredNote("options")) as JsonObject ?? throw tensors.Broken("options are not what was written"))
            .ToDictionary(option => option.Key, option => option.Value?.GetValue<string>() ?? "", StringComparer.Ordinal),
        Seconds = 0,
        PeakMegabytes = 0,
        Evaluation = new(names, [.. TextList.Read(tensors, "views").Select((view, number) => ViewTensors.Read(tensors.Scope(Text(number)), view, names.Count))]),
    };

    static Split Cut(TensorReader tensors)
    {
        try
        {
            return Split.Parse(tensors.RequiredNote("split"), Number(tensors, "seed"));
        }
        catch (UserErrorException unread)
        {
            throw tensors.Broken($"its split is not what was written: {unread.Message.TrimEnd('.')}");
        }
    }

    static int Number(TensorReader tensors, string note) => int.TryParse(tensors.RequiredNote(note), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw tensors.Broken($"the note '{note}' is no number");

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
