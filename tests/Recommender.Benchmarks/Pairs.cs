using System.Runtime.InteropServices;
using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Benchmarks;

/// <summary>Customers and what they bought, made for benchmarks, and how the reference gets the same.</summary>
static class Pairs
{
    /// <summary>
    /// So many pairs of customers and items: an item's popularity falls with its rank, as in a shop, and every customer has about
    /// the same number of items.
    /// </summary>
    public static CsrMatrix Generate(int customers, int items, int pairs)
    {
        var starts = new int[customers + 1];
        var indices = new int[pairs];
        var isTaken = new bool[items];
        for (var customer = 0; customer < customers; customer++)
        {
            var random = new RandomStream(1, (ulong)customer);
            var (begin, end) = ((int)((long)pairs * customer / customers), (int)((long)pairs * (customer + 1) / customers));
            for (var at = begin; at < end;)
            {
                var item = (int)(items * random.NextDouble() * random.NextDouble());
                if (isTaken[item]) continue;

                isTaken[item] = true;
                indices[at++] = item;
            }
            var row = indices.AsSpan(begin, end - begin);
            row.Sort();
            foreach (var item in row) isTaken[item] = false;
            starts[customer + 1] = end;
        }
        return new(starts, indices, default, items);
    }

    /// <summary>Writes starts and indices, four bytes each, as two files in a folder.</summary>
    public static void Save(CsrMatrix matrix, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "starts"), MemoryMarshal.AsBytes(matrix.Starts.Span));
        File.WriteAllBytes(Path.Combine(folder, "indices"), MemoryMarshal.AsBytes(matrix.Indices.Span));
    }

    /// <summary>Python that reads the two files of the folder in its first argument as X, customers by items.</summary>
    public static string Load(CsrMatrix matrix) => $"""
        import numpy as np, scipy.sparse as sp
        starts, indices = (np.fromfile(sys.argv[1] + '/' + name, np.int32) for name in ('starts', 'indices'))
        X = sp.csr_matrix((np.ones(len(indices), np.float32), indices, starts), shape=({matrix.Rows}, {matrix.Columns}))
        """;
}
