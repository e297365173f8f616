using System.Globalization;
using Recommender.Core.Models.Autoencoders;
using Recommender.Core.Models.Blending;
using Recommender.Core.Models.Ease;
using Recommender.Core.Models.Popularity;
using Recommender.Training.Trainers;

namespace Recommender.Training.Pipelines;

/// <summary>
/// About how long a step takes and how much memory it needs, before it ever ran: the operations that its size demands over the rate of an
/// ordinary core. Good to a factor of three; once a step has run, its own time is the better estimate.
/// </summary>
static class StepEstimate
{
    const double CoreRate = 1.5e10;        // floating point operations a second that dense algebra reaches on a core
    const double SparseRate = 2e8;         // entries a second of sparse work
    const double ImportRate = 2e5;         // lines a second
    const double GenerateRate = 3e6;
    const double ProgramMegabytes = 150;
    const double BytesPerLine = 60;
    const double Slices = 1.6;             // what slices and intervals add to measuring
    const double BlendRounds = 5;

    public static (double Seconds, double Megabytes) Generate(double lines) => (0.3 + lines / GenerateRate, ProgramMegabytes);

    public static (double Seconds, double Megabytes) Import(double lines) => (0.7 + lines / ImportRate, ProgramMegabytes + Math.Min(1200, lines * BytesPerLine * 2 / 1e6));

    public static (double Seconds, double Megabytes) Count(DataSize size, int threads) => (0.2 + 15 * size.Lines / SparseRate / threads, ProgramMegabytes + size.Lines * BytesPerLine / 1e6);

    /// <summary>Training on all data.</summary>
    public static (double Seconds, double Megabytes) Train(ITrainer trainer, DataSize size, int threads)
    {
        var operations = Operations(trainer, size);
        return (0.1 + size.Lines / SparseRate + operations / CoreRate / threads, ProgramMegabytes + size.Lines * BytesPerLine / 1e6 + Extra(trainer, size) / 1e6);
    }

    /// <summary>Training on the training part, and a full ranking for every customer of the test part.</summary>
    public static (double Seconds, double Megabytes) Measure(ITrainer trainer, DataSize size, int threads)
    {
        var (seconds, megabytes) = Train(trainer, size, threads);
        return (0.3 + seconds + Slices * 2 * size.Customers * size.Items * Width(trainer) / CoreRate / threads, megabytes);
    }

    static double Operations(ITrainer trainer, DataSize size)
    {
        var (width, rounds) = (Width(trainer), Option(trainer, "epochs") ?? 1);
        return trainer.Name switch
        {
            PopularityModel.Name => size.Pairs,
            EaseModel.Name => 2 * Math.Pow(size.Items, 3),
            AutoencoderModel.Name => 12 * rounds * size.Customers * size.Items * (Option(trainer, "hidden") ?? 200),
            BlendModel.Name => BlendRounds * (2 * Math.Pow(size.Items, 3) + 30 * size.Pairs * width * width),
            _ => rounds * (4 * size.Pairs * width * width + (size.Customers + size.Items) * Math.Pow(width, 3)),
        };
    }

    static double Extra(ITrainer trainer, DataSize size) => trainer.Name is EaseModel.Name or BlendModel.Name ? 12 * size.Items * size.Items : 8 * (size.Customers + size.Items) * Width(trainer);

    static double Width(ITrainer trainer) => Option(trainer, "factors") ?? 64;

    static double? Option(ITrainer trainer, string name) =>
        OptionsText.Json(trainer.Options)[name] is { } value && double.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;
}
