using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Models.Autoencoders;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>The epochs of one training.</summary>
sealed class AutoencoderRun
{
    const ulong ShuffleStream = 1;

    readonly AutoencoderOptions _options;
    readonly TrainingContext _context;
    readonly HeldOutBaskets _heldOut;
    readonly BatchReader _reader;
    readonly TrainingPass _pass;
    readonly Parameter[] _parameters;
    readonly Adam _adam;
    readonly int[] _customers;
    int _steps;

    public AutoencoderRun(AutoencoderOptions options, AutoencoderNetwork network, HeldOutBaskets heldOut, TrainingContext context)
    {
        (_options, _context, _heldOut) = (options, context, heldOut);
        _customers = [.. Enumerable.Range(0, heldOut.Histories.Customers).Where(HasWeight)];
        _reader = new(heldOut.Histories, options.Dropout, options.Kind == AutoencoderKind.Variational ? network.Code : 0, (ulong)context.Seed);
        _pass = new(network, Math.Min(options.Batch, Math.Max(_customers.Length, heldOut.Customers.Length)), context);
        _parameters = [.. network.Layers.Zip(_pass.Gradients, Of).SelectMany(pair => pair)];
        _adam = new(options.LearningRate);
    }

    int StepsOfAnEpoch => (_customers.Length + _options.Batch - 1) / _options.Batch;

    public void Train()
    {
        var (best, measure) = (new BestNumbers(_parameters, _options.Patience), new StoppingMeasure(_heldOut, _reader));
        for (var epoch = 1; epoch <= _options.Epochs && _customers.Length > 0; epoch++)
        {
            var started = Stopwatch.GetTimestamp();
            var loss = TrainEpoch(epoch);
            if (!double.IsFinite(loss)) throw new UserErrorException(FormattableString.Invariant($"autoencoder: the loss of epoch {epoch} is not finite with learning_rate={_options.LearningRate}. Lower the learning rate or use weight=binary."));

            _context.Progress?.Report(new(AutoencoderModel.Name, epoch, _options.Epochs, loss, Stopwatch.GetElapsedTime(started), _customers.Length));
            if (_heldOut.Customers.Length > 0 && !best.GoesOn(measure.Of(_pass, _options.Batch))) break;
        }
        best.Restore();
    }

    double TrainEpoch(int epoch)
    {
        var order = _customers.ToArray();
        new RandomStream((ulong)_context.Seed, ShuffleStream, (ulong)epoch).Shuffle(order.AsSpan());
        var sum = 0.0;
        for (var start = 0; start < order.Length; start += _options.Batch)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            var batch = _reader.Read(order.AsSpan(start, Math.Min(_options.Batch, order.Length - start)), epoch);
            sum += batch.Rows * _pass.Run(batch, DivergenceWeight());
            _adam.Step(_parameters, _context.Parallelism);
            _steps++;
        }
        return sum / order.Length;
    }

    // Rises step by step to its cap (Liang et al., 2018).
    double DivergenceWeight()
    {
        var rise = _options.Annealing * _options.Epochs * StepsOfAnEpoch;
        return _options.Kl * (_steps < rise ? _steps / rise : 1);
    }

    // Purchases can be so old, or so cheap, that nothing of them is left to read or to answer.
    bool HasWeight(int customer)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        var histories = _heldOut.Histories;
        return UnitLength.Squares(histories.InputWeights(customer)) > 0 && UnitLength.Squares(histories.AnswerWeights(customer)) > 0;
    }

    Parameter[] Of(DenseLayer layer, DenseLayer gradient) =>
    [
        new(layer.Weights.Data, gradient.Weights.Data, _options.Regularization),
        new(layer.Bias.Data, gradient.Bias.Data, decay: 0),
    ];
}
