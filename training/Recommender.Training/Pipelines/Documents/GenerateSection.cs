using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Recommender.Core;
using Recommender.Storage.Generation;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>A demo shop that a pipeline makes for itself.</summary>
sealed record GenerateSection
{
    [Description("beauty or distributor.")]
    public string Shop { get; init; } = "beauty";

    [Description("Lines of purchases."), Range(10_000, 100_000_000)]
    public int Lines { get; init; } = 100_000;

    [Description("Decides what is in the shop.")]
    public int Seed { get; init; } = 17;

    /// <summary>The generator's options.</summary>
    public GenerateOptions Options => new GenerateOptions { Shop = Shop, Lines = Lines, Seed = Seed, Overwrite = true }.Checked();

    /// <summary>This section, once the generator takes it.</summary>
    public GenerateSection Checked(YamlSection source)
    {
        try
        {
            _ = Options;
            return this;
        }
        catch (UserErrorException wrong)
        {
            throw source.FaultOf("generate", wrong.Message);
        }
    }
}
