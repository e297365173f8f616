using System.IO.Compression;
using System.Text;
using Recommender.Core;
using Recommender.Storage.Sources.Text;
using Xunit;

namespace Recommender.Tests.Storage.Sources.Text;

public sealed class GzipTests : IDisposable
{
    readonly TextFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Gzip_is_known_by_its_first_bytes_not_by_its_name()
    {
        var path = _files.Write(Packed("id,name\n1,tea\n"), "shop.csv");

        var dialect = CsvFile.Inspect(path, new(), TestContext.Current.CancellationToken);

        Assert.True(dialect.IsGzip);
        Assert.Equal([["1", "tea"]], ReadTable.Of(path, new()).Records);
    }

    [Fact]
    public void All_members_of_a_joined_gzip_file_are_read()
    {
        byte[] joined = [.. Packed("id,name\n1,tea\n"), .. Packed("2,milk\n"), .. Packed(""), .. Packed("3,egg\n")];

        Assert.Equal(["1", "2", "3"], _files.Read(joined).Records.Select(record => record[0]));
    }

    [Fact]
    public void A_gzip_file_cut_anywhere_is_an_error_and_never_an_early_end()
    {
        var rows = new StringBuilder("id,name\n");
        var random = new Random(3);
        for (var i = 0; i < 300; i++) rows.Append(i).Append(',').Append(random.Next()).Append('\n');
        var whole = Packed(rows.ToString());

        for (var length = 2; length < whole.Length; length++)
        {
            var error = Assert.Throws<UserErrorException>(() => _files.Read(whole[..length], new() { Encoding = "utf-8" }));
            Assert.Contains("shop.csv", error.Message);
        }
    }

    /// <summary>Why the seal is there; when this fails, the platform tells by itself and the seal can go.</summary>
    [Fact]
    public void The_platform_s_own_stream_ends_without_a_word_where_a_file_is_cut()
    {
        var whole = Packed("id,name\n1,tea\n");
        using var unpacked = new GZipStream(new MemoryStream(whole[..^9]), CompressionMode.Decompress);

        Assert.Null(Record.Exception(() => unpacked.CopyTo(Stream.Null)));
    }

    [Fact]
    public void The_second_member_cut_is_an_error_too()
    {
        var first = Packed("id,name\n1,tea\n");
        byte[] joined = [.. first, .. Packed("2,milk\n3,egg\n")];

        for (var length = first.Length + 1; length < joined.Length; length++)
            Assert.Throws<UserErrorException>(() => _files.Read(joined[..length]));
    }

    [Theory]
    [InlineData(8)]   // of the checksum
    [InlineData(4)]   // of the length
    public void A_wrong_trailer_is_an_error_that_names_the_file(int fromEnd)
    {
        var packed = Packed("id,name\n1,tea\n");
        packed[^fromEnd] ^= 0x55;

        var error = Assert.Throws<UserErrorException>(() => _files.Read(packed));

        Assert.Contains("shop.csv' is a damaged gzip file", error.Message);
        Assert.EndsWith("copy or export it again", error.Message);
    }

    [Fact]
    public void Other_bytes_behind_the_last_member_are_an_error()
    {
        byte[] padded = [.. Packed("id,name\n1,tea\n"), .. new byte[512]];

        Assert.Contains("(it is cut off, or other bytes follow it)", Assert.Throws<UserErrorException>(() => _files.Read(padded)).Message);
    }

    [Fact]
    public void Members_of_every_size_around_the_unpacker_s_buffer_are_read_to_their_end()
    {
        var random = new Random(8);
        for (var bytes = 6_080; bytes < 6_200; bytes++)
        {
            var noise = new byte[bytes];
            random.NextBytes(noise);
            var text = "id\n" + Convert.ToBase64String(noise);

            Assert.Equal(text[3..], _files.Read(Packed(text, CompressionLevel.NoCompression)).Records.Single()[0]);
        }
    }

    [Fact]
    public void A_zip_bomb_is_refused_early_and_in_flat_memory()
    {
        var bomb = Packed("id,name\n", CompressionLevel.SmallestSize, bulk: 400 << 20);
        Assert.True(bomb.Length * 300L < 400 << 20, $"The bomb packs {(400 << 20) / bomb.Length} to one.");
        var path = _files.Write(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<UserErrorException>(() => CsvFile.Inspect(path, new(), TestContext.Current.CancellationToken));

        Assert.Contains("unpacks to more than 250 times its size (256", error.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
    }

    [Fact]
    public void Much_expansion_is_allowed_while_the_output_is_small()
    {
        var packed = Packed("id,name\n" + string.Concat(Enumerable.Repeat("1,tea\n", 100_000)));

        Assert.Equal(100_000, _files.Read(packed).Records.Count);
    }

    /// <summary>Lines of "1,1" make up the bulk, so that nothing but its expansion is odd about the file.</summary>
    static byte[] Packed(string text, CompressionLevel level = CompressionLevel.Optimal, int bulk = 0)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, level, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,1\n", 1 << 16)));
            for (var written = 0; written < bulk; written += block.Length) gzip.Write(block);
        }
        return bytes.ToArray();
    }
}
