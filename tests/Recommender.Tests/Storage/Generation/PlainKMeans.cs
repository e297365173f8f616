namespace Recommender.Tests.Storage.Generation;

/// <summary>Lloyd's k-means from k-means++ starts: the best of several.</summary>
static class PlainKMeans
{
    public static int[] Cluster(double[][] rows, int k, int starts)
    {
        var random = new Random(5);
        return Enumerable.Range(0, starts).Select(_ => Run(rows, k, random)).MinBy(run => run.Inertia).Labels;
    }

    static (int[] Labels, double Inertia) Run(double[][] rows, int k, Random random)
    {
        var centres = Start(rows, k, random);
        var labels = new int[rows.Length];
        for (var round = 0; round < 50; round++)
        {
            for (var i = 0; i < rows.Length; i++) labels[i] = Nearest(rows[i], centres);
            for (var c = 0; c < k; c++)
            {
                var members = rows.Where((_, i) => labels[i] == c).ToList();
                if (members.Count > 0) centres[c] = [.. Enumerable.Range(0, rows[0].Length).Select(f => members.Average(row => row[f]))];
            }
        }
        return (labels, rows.Select((row, i) => Distance(row, centres[labels[i]])).Sum());
    }

    static List<double[]> Start(double[][] rows, int k, Random random)
    {
        List<double[]> centres = [rows[random.Next(rows.Length)]];
        while (centres.Count < k)
        {
            var weights = rows.Select(row => centres.Min(centre => Distance(row, centre))).ToArray();
            var left = random.NextDouble() * weights.Sum();
            var pick = 0;
            while ((left -= weights[pick]) > 0) pick++;
            centres.Add(rows[pick]);
        }
        return centres;
    }

    static int Nearest(double[] row, List<double[]> centres) =>
        Enumerable.Range(0, centres.Count).MinBy(c => Distance(row, centres[c]));

    static double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var f = 0; f < a.Length; f++) sum += (a[f] - b[f]) * (a[f] - b[f]);
        return sum;
    }
}
