using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Models.Folders;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Store;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Baskets.CrossSell;

public sealed class CrossSellFolderTests : IDisposable
{
    readonly TemporaryFolder _place = new();

    string Folder => Path.Combine(_place.Path, "matrix");

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void What_is_written_answers_the_same_when_it_is_opened(int seed)
    {
        var (baskets, matrix) = Write((ulong)seed);

        using var opened = CrossSellFolder.Open(Folder, Token);

        Assert.Equal(baskets.Items[0], opened.Items[0]);
        Assert.Equal((matrix.Baskets, matrix.IsDecayed, matrix.LargestPair, matrix.LargestSum), (opened.Matrix.Baskets, opened.Matrix.IsDecayed, opened.Matrix.LargestPair, opened.Matrix.LargestSum));
        var (found, again) = (new CrossSellMatch[20], new CrossSellMatch[20]);
        var query = CrossSellQuery.Unfiltered with { IsSymmetric = true, IsDecayed = matrix.IsDecayed };
        for (var item = 0; item < matrix.ItemCount; item++)
        {
            Assert.Equal(matrix.Find(item, query, found), opened.Matrix.Find(item, query, again));
            Assert.Equal(found, again);
            Assert.Equal(matrix.Substitutes(item), opened.Matrix.Substitutes(item));
        }
    }

    [Fact]
    public void A_few_lines_of_python_read_the_header_and_the_counts()
    {
        var (_, matrix) = Write(4);
        const string Script = """
            import array, json, struct, sys
            with open(sys.argv[1], 'rb') as f:
                header = json.loads(f.read(struct.unpack('<Q', f.read(8))[0]))
                data = f.read()
            begin, end = header['counts']['data_offsets']
            print(header['__metadata__']['kind'], header['__metadata__']['baskets'], sum(array.array('i', data[begin:end])))
            """;
        using var process = Process.Start(new ProcessStartInfo("python3") { ArgumentList = { "-c", Script, Path.Combine(Folder, "model.safetensors") }, UseShellExecute = false, RedirectStandardOutput = true })!;

        Assert.Equal($"cross-sell {matrix.Baskets} {matrix.Tables.Counts.ToArray().Sum()}", process.StandardOutput.ReadToEnd().Trim());
    }

    [Fact]
    public void A_changed_and_a_missing_file_are_refused_by_name()
    {
        Write(4);
        foreach (var path in Directory.GetFiles(Folder, "*.safetensors"))
        {
            var whole = File.ReadAllBytes(path);
            var changed = whole.ToArray();
            changed[^1] ^= 1;
            File.WriteAllBytes(path, changed);
            Assert.Contains(path, Refusal());
            File.Delete(path);
            Assert.Contains("is missing", Refusal());
            File.WriteAllBytes(path, whole);
        }
        CrossSellFolder.Open(Folder, Token).Dispose();
    }

    [Fact]
    public void A_matrix_and_a_model_are_not_taken_for_each_other()
    {
        Write(4);

        Assert.Contains("cross-sell matrix", Assert.Throws<UserErrorException>(() => ModelFolder.Open(Folder, Token)).Message);
        Assert.Equal(CrossSellMatrix.Name, ManifestFile.Read(Folder).Trainer);
    }

    [Fact]
    public void No_number_in_a_file_however_wrong_leads_anywhere_but_to_a_refusal()
    {
        var (_, matrix) = Write(7);
        var path = Path.Combine(Folder, "model.safetensors");
        var numbers = new TensorWriter();
        matrix.Write(numbers);
        using (var reader = TensorReader.Open(path)) CrossSellMatrix.Read(reader);
        var whole = File.ReadAllBytes(path);
        var random = new Recommender.Core.Numerics.RandomStream(3);
        var refused = 0;
        for (var time = 0; time < 3000; time++)
        {
            var broken = whole.ToArray();
            var at = random.Below(broken.Length);
            broken[at] = (byte)(random.Chance(.5) ? 255 : random.Next());
            File.WriteAllBytes(path, broken);
            refused += Survives(path) ? 0 : 1;
        }
        Assert.InRange(refused, 1000, 3000);
    }

    // What is taken must answer every question; what is not must be refused in the words of a user's error.
    static bool Survives(string path)
    {
        try
        {
            using var reader = TensorReader.Open(path);
            var matrix = CrossSellMatrix.Read(reader);
            var found = new CrossSellMatch[5];
            for (var item = 0; item < matrix.ItemCount; item++)
            {
                matrix.Find(item, CrossSellQuery.Unfiltered with { IsSymmetric = true }, found);
                matrix.Substitutes(item);
            }
            return true;
        }
        catch (UserErrorException)
        {
            return false;
        }
    }

    string Refusal() => Assert.Throws<UserErrorException>(() => CrossSellFolder.Open(Folder, Token)).Message;

    (BasketSet, CrossSellMatrix) Write(ulong seed)
    {
        var baskets = SmallShops.Random(seed);
        var matrix = CrossSellBuilder.Build(baskets, new() { MinCount = 1, Best = 3, MinExpected = .1 }, progress: null, Token);
        CrossSellFolder.Write(Folder, matrix, baskets.Items, new()
        {
            Trainer = CrossSellMatrix.Name,
            Options = [],
            Seed = 0,
            Dataset = "shop",
            Snapshot = "abc",
            Created = DateTime.UnixEpoch,
            Seconds = 1,
            PeakMb = 1,
            Engine = "0.1.0",
            Customers = 0,
            Items = matrix.ItemCount,
            Now = 21,
        }, Token);
        return (baskets, matrix);
    }
}
