using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Ratings;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.MatrixFactorization;

/// <summary>One training: the tables as they stand and the steps that improve them.</summary>
sealed class RatingRun
{
    const double StartDeviation = 0.1;
    const int ImplicitSteps = 3;

    readonly MatrixFactorizationOptions _options;
    readonly TrainingContext _context;
    readonly CsrMatrix _ratings;
    readonly RatingScale _scale;
    readonly RatingLoss _loss;
    readonly RatingTables _tables;
    readonly (int[] OfRows, int[] OfColumns) _counts;
    readonly long _started = Stopwatch.GetTimestamp();
    RatingSide? _customers;
    RatingSide? _items;

    public RatingRun(MatrixFactorizationOptions options, CsrMatrix ratings, TrainingContext context)
    {
        (_options, _ratings, _context) = (options, ratings, context);
        _scale = RatingScale.Of(ratings.IsBinary ? [1] : ratings.Values.Span);
        _loss = new((float)options.Regularization, (float)options.BiasRegularization, (float)options.ImplicitRegularization);
        _counts = (Counts.OfRows(ratings), Counts.OfColumns(ratings));
        _tables = new(Matrix.Zero(ratings.Rows, options.Factors), Matrix.Zero(ratings.Columns, options.Factors), Matrix.Zero(options.Implicit ? ratings.Columns : 0, options.Factors))
        {
            CustomerBiases = new float[ratings.Rows],
            ItemBiases = new float[ratings.Columns],
            Popularity = Array.ConvertAll(_counts.OfColumns, count => (float)count),
        };
        Draw(_tables.Items, (ulong)context.Seed);
    }

    /// <summary>What was learned so far.</summary>
    public RatingModel Model => new(_tables, _loss, _scale);

    /// <summary>The same, untouched by later sweeps.</summary>
    public RatingModel Copy()
    {
        var copy = _tables with
        {
            Customers = CopyOf(_tables.Customers),
            Items = CopyOf(_tables.Items),
            Implicit = CopyOf(_tables.Implicit),
            CustomerBiases = _tables.CustomerBiases.ToArray(),
            ItemBiases = _tables.ItemBiases.ToArray(),
        };
        return new(copy, _loss, _scale);
    }

    /// <summary>Takes over what a former model of as many factors knew of the same items and customers.</summary>
    public void BeginFrom(RatingModel former, WarmStart start)
    {
        if (former.Tables.Factors != _options.Factors) return;

        Copy(former.Tables.Items, _tables.Items, start.Items);
        Copy(former.Tables.Customers, _tables.Customers, start.Customers);
        if (former.Tables.HasImplicit && _options.Implicit) Copy(former.Tables.Implicit, _tables.Implicit, start.Items);
        for (var item = 0; item < _tables.ItemBiases.Length; item++)
        {
            if (start.Items[item] >= 0) _tables.ItemBiases.Span[item] = former.Tables.ItemBiases.Span[start.Items[item]];
        }
    }

    /// <summary>The epochs of gradient descent.</summary>
    public void Descend()
    {
        if (_options.Epochs == 0) return;

        var descent = new BlockDescent(new(_ratings, _scale, _context.Seed), _tables, _loss, _counts);
        var rate = (float)_options.LearningRate;
        for (var epoch = 1; epoch <= _options.Epochs; epoch++, rate *= (float)_options.Decay)
        {
            var squares = descent.Epoch(rate, _context.Parallelism);
            if (!double.IsFinite(squares))
                throw new UserErrorException($"{RatingModel.Name}: the gradient descent diverged in epoch {epoch}. Lower learning_rate (now {_options.LearningRate}) or raise regularization (now {_options.Regularization}).");
            Report(epoch, squares);
        }
    }

    /// <summary>The implicit part, then the customers, exactly, for the items as they are.</summary>
    public double SolveCustomers()
    {
        var (customers, items) = Sides();
        var halfStep = new RatingHalfStep(_loss, _context);
        if (!_options.Implicit) return halfStep.Solve(customers, items);

        new ImplicitPart(customers.Ratings, items.Ratings, _context).Fit(_tables.Implicit, _tables.Customers, _loss.Implicit / _loss.Lambda, ImplicitSteps);
        return halfStep.Solve(customers, items);
    }

    /// <summary>The items exactly, then <see cref="SolveCustomers"/>.</summary>
    public void Sweep(int number)
    {
        var (customers, items) = Sides();
        new RatingHalfStep(_loss, _context).Solve(items, customers);
        Report(_options.Epochs + number, SolveCustomers());
    }

    // Made after the descent, when its copy of the ratings is gone.
    (RatingSide Customers, RatingSide Items) Sides()
    {
        if (_customers is null || _items is null)
        {
            var standard = new float[_ratings.Count];
            for (var entry = 0; entry < standard.Length; entry++) standard[entry] = _scale.Standard(_ratings.IsBinary ? 1 : _ratings.Values.Span[entry]);
            var byCustomer = new CsrMatrix(_ratings.Starts, _ratings.Indices, standard, _ratings.Columns);
            _customers = new(byCustomer, _tables.Customers, _tables.CustomerBiases, (customer, z) => _tables.Taste(byCustomer.RowIndices(customer), z));
            _items = new(byCustomer.Transpose(_context.Cancellation), _tables.Items, _tables.ItemBiases, (_, z) => z.Clear());
        }
        return (_customers, _items);
    }

    void Report(int epoch, double squares) => _context.Progress?.Report(new(
        RatingModel.Name, epoch, _options.Epochs + _options.Sweeps, squares / _ratings.Count, Stopwatch.GetElapsedTime(_started), (long)epoch * _ratings.Count));

    static void Copy(Matrix from, Matrix to, IReadOnlyList<int> rows)
    {
        for (var row = 0; row < to.Rows; row++)
        {
            if (rows[row] >= 0) from.Row(rows[row]).CopyTo(to.Row(row));
        }
    }

    static Matrix CopyOf(Matrix from)
    {
        var copy = Matrix.Zero(from.Rows, from.Columns);
        for (var row = 0; row < from.Rows; row++) from.Row(row).CopyTo(copy.Row(row));
        return copy;
    }

    static void Draw(Matrix matrix, ulong seed)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            var random = new RandomStream(seed, RatingGrid.Side * RatingGrid.Side, (ulong)row);
            foreach (ref var number in matrix.Row(row)) number = (float)(StartDeviation * random.Normal());
        }
    }
}
