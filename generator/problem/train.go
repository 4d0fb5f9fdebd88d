package problem

// check settles how many steps training has, and refuses what contradicts it.
func (t *Train) check() error {
	switch {
	case t.Steps > 0 && t.Epochs > 0:
		return t.EpochsPos.Errorf("steps and epochs both say how long training goes on").WithHint("keep one of them")
	case t.BatchSize == 0 && t.Shuffled:
		return t.ShufflePos.Errorf("every step uses all samples, so their order does not matter").
			WithHint("add batch size: 2, or leave shuffle out")
	case t.BatchSize == 0 && t.Epochs > 0: // every step uses all samples: an epoch is a step
		t.Steps, t.Epochs = t.Epochs, 0
	case t.BatchSize > 0 && t.Steps == 0:
		t.Epochs = max(1, t.Epochs)
	case t.BatchSize == 0:
		t.Steps = max(1, t.Steps)
	}
	return nil
}

// StepsOf is how many steps training has with so many samples: an epoch has as many as it takes to use all of them. An
// error says that these are too many, or that there are fewer samples than a mini-batch holds.
func (t *Train) StepsOf(samples int) (int, error) {
	if t.BatchSize == 0 {
		return t.Steps, nil
	}
	if t.BatchSize > samples {
		return 0, t.BatchPos.Errorf("batch size is %d, but there %s", t.BatchSize, are(samples)).WithHint("it goes from 1 to %d", samples)
	}
	if t.Steps > 0 {
		return t.Steps, nil
	}
	each := (samples + t.BatchSize - 1) / t.BatchSize
	if each*t.Epochs > maxSteps {
		return 0, t.EpochsPos.Errorf("%s of %s are %d steps of training, and there may be %d at most", count(t.Epochs, "epoch"), count(each, "mini-batch"),
			each*t.Epochs, maxSteps).WithHint("take larger mini-batches, or fewer epochs")
	}
	return each * t.Epochs, nil
}

func are(samples int) string {
	if samples == 1 {
		return "is 1 sample"
	}
	return "are " + count(samples, "sample")
}
