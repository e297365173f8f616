using System.IO.Compression;
using System.Text;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Tests.Storage;
using Recommender.Training.Trainers.MatrixFactorization;
using Xunit;

namespace Recommender.Tests.Training.Trainers.MatrixFactorization;

public sealed class GoodbooksRatingsTests
{
    const double DampedBiases = 0.8342;   // what biases alone reach

    [Fact]
    public void Few_factors_and_sweeps_are_better_than_biases_on_a_tenth_of_the_ratings_held_out()
    {
        var (shop, test) = Read(SharedData.Path("goodbooks/ratings.csv.gz"));

        var model = (RatingModel)new MatrixFactorizationTrainer(new() { Factors = 8, Sweeps = 3 }).Train(shop, TrainerContract.Context);

        Assert.Equal((881_346, 98_132), (shop.Ratings!.Count, test.Count));
        var rmse = Math.Sqrt(test.Average(cell => Math.Pow(cell.Rating - model.Predict(cell.Customer, cell.Item), 2)));
        Assert.InRange(rmse, 0.81, DampedBiases - 0.003);
    }

    // Of several ratings of a pair the last counts; the pairs whose hash ends in 0 are the test.
    static (Dataset Shop, List<(int Customer, int Item, float Rating)> Test) Read(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        lines.ReadLine();
        var (customers, items) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var ratings = new Dictionary<(int Customer, int Item), (float Rating, bool Tests)>();
        while (lines.ReadLine()?.Split(',') is [var book, var user, var rating])
        {
            var pair = (Number(customers, user), Number(items, book));
            ratings[pair] = (rating[0] - '0', Crc32(Encoding.ASCII.GetBytes($"{user}:{book}")) % 10 == 0);
        }
        var cells = ratings.ToLookup(entry => entry.Value.Tests, entry => (entry.Key.Customer, entry.Key.Item, entry.Value.Rating));
        return (RatedShops.Of(customers.Count, items.Count, cells[false]), [.. cells[true]]);
    }

    static int Number(Dictionary<string, int> numbers, string id) => numbers.TryGetValue(id, out var known) ? known : numbers[id] = numbers.Count;

    static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }
        return ~crc;
    }
}
