using System.Diagnostics;
using System.Globalization;
using System.Text;
using Recommender.Core;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Core.Models.Tensors;

public sealed class TensorFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string PathOfFile => Path.Combine(_folder.Path, "model.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_back_without_a_copy()
    {
        Save();

        using var reader = TensorReader.Open(PathOfFile);

        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], reader.Matrix("weights").Data.ToArray());
        Assert.Equal((2, 3), (reader.Matrix("weights").Rows, reader.Matrix("weights").Columns));
        Assert.Equal([7, 8], reader.Scope("member0").Numbers<int>("starts").ToArray());
        Assert.Equal("500", reader.Note("lambda"));
        Assert.True(reader.Has("empty"));
        Assert.Equal(0, reader.Numbers<long>("empty").Length);
    }

    [Fact]
    public void Every_tensor_begins_on_a_multiple_of_64_bytes_and_the_file_has_no_holes()
    {
        Save();

        var places = Python(
            """
            import json, struct, sys
            with open(sys.argv[1], 'rb') as f:
                size = struct.unpack('<Q', f.read(8))[0]
                header = json.loads(f.read(size))
                rest = len(f.read())
            header.pop('__metadata__')
            at = 0
            for name, tensor in header.items():
                begin, end = tensor['data_offsets']
                assert begin == at, name
                at = end
                if not name.startswith('filling.'): print(name, (8 + size + begin) % 64)
            assert at == rest
            """);

        Assert.Equal(["weights 0", "member0.starts 0", "empty 0"], places);
    }

    [Fact]
    public void Python_s_standard_library_reads_the_numbers()
    {
        Save();

        var numbers = Python(
            """
            import array, json, struct, sys
            with open(sys.argv[1], 'rb') as f:
                header = json.loads(f.read(struct.unpack('<Q', f.read(8))[0]))
                data = f.read()
            begin, end = header['weights']['data_offsets']
            print(header['weights']['dtype'], header['weights']['shape'], header['__metadata__']['lambda'], *array.array('f', data[begin:end]))
            """);

        Assert.Equal(["F32 [2, 3] 500 1.0 2.0 3.0 4.0 5.0 6.0"], numbers);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_number_that_is_not_finite_never_gets_into_a_file(float number)
    {
        var tensors = new TensorWriter();
        tensors.Scope("member1").Add<float>("weights", new[] { 1f, number });

        var error = Assert.Throws<UserErrorException>(() => tensors.Save(PathOfFile));

        Assert.Contains("member1.weights", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_file_cut_anywhere_or_with_a_changed_header_is_refused_by_name()
    {
        Save();
        var whole = File.ReadAllBytes(PathOfFile);
        foreach (var length in new[] { 0, 5, 9, 60, whole.Length - 1 })
        {
            File.WriteAllBytes(PathOfFile, whole[..length]);
            Assert.Contains(PathOfFile, Assert.Throws<UserErrorException>(() => TensorReader.Open(PathOfFile)).Message);
        }
        foreach (var (from, to) in new[] { ("[2,3]", "[9,3]"), ("[0,24]", "[0,-4]"), ("\"F32\"", "\"F99\""), ("\"__metadata__\"", "\"__metadata_x\""), (",\"w", ",,w"), ("[0,24]", "[8,32]") })
        {
            var text = Encoding.Latin1.GetString(whole);
            Assert.Contains(from, text);
            File.WriteAllBytes(PathOfFile, Encoding.Latin1.GetBytes(text.Replace(from, to)));
            Assert.Contains(PathOfFile, Assert.Throws<UserErrorException>(() => TensorReader.Open(PathOfFile)).Message);
        }
    }

    [Fact]
    public void A_missing_tensor_or_one_of_another_type_is_named()
    {
        Save();
        using var reader = TensorReader.Open(PathOfFile);

        Assert.Contains("biases", Assert.Throws<UserErrorException>(() => reader.Numbers<float>("biases")).Message);
        Assert.Contains("F32", Assert.Throws<UserErrorException>(() => reader.Numbers<int>("weights")).Message);
    }

    void Save()
    {
        var tensors = new TensorWriter();
        tensors.Add("weights", new Matrix(new[] { 1f, 2, 3, 4, 5, 6 }, 2, 3));
        tensors.Scope("member0").Add<int>("starts", new[] { 7, 8 });
        tensors.Add<long>("empty", Array.Empty<long>());
        tensors.Note("lambda", 500.ToString(CultureInfo.InvariantCulture));
        tensors.Save(PathOfFile);
    }

    string[] Python(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("python3") { ArgumentList = { "-c", script, PathOfFile }, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
