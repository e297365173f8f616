using Recommender.Core;
using Recommender.Storage.Generation.Beauty;

namespace Recommender.Storage.Generation;

/// <summary>Writes a demo shop: purchases, items, customers, and the truth about what was planted in them.</summary>
public static class ShopGenerator
{
    /// <summary>Writes the shop into a new folder; a run that fails or is cancelled leaves nothing.</summary>
    /// <exception cref="UserErrorException">An option is out of range, the folder is taken, or it cannot be written.</exception>
    public static GenerateSummary Generate(
        GenerateOptions options, string folder, IProgress<GenerateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options = options.Checked();
        try
        {
            using var output = new OutputFolder(folder, options.Overwrite);
            return Write(options, output, progress, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(WriteFailure.Sentence(options, folder, error), error);
        }
    }

    static GenerateSummary Write(
        GenerateOptions options, OutputFolder output, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        IShop shop = new BeautyShop(options);
        var files = new ShopFiles(shop, options, output);
        var counts = new ShopCounts();
        new BlockPipeline(shop, options).Run(
            block =>
            {
                files.Write(block);
                counts.Add(block.Counts);
                progress?.Report(new GenerateProgress(counts.Lines, options.Lines));
            },
            cancellationToken);
        files.WriteTruth(counts);

        var bytes = output.Bytes;
        output.Publish();
        return new GenerateSummary(
            output.Target, counts.Lines, counts.Orders, counts.Customers, shop.Items.Count, bytes,
            shop.Calendar.First, options.End, output.Files);
    }
}
