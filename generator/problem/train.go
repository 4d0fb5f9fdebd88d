package problem

// check settles how many steps training has, as far as that can be told without the samples, and refuses what contradicts it.
func (t *Train) check() error {
	switch {
	case t.BatchSize == 0 && t.Shuffled:
		return t.ShufflePos.Errorf("every step uses all samples, so their order does not matter").
			WithHint("add batch size: 2, or leave shuffle out")
	case t.BatchSize == 0 && t.Epochs > 0: // every step uses all samples: an epoch is a step
		if t.Steps > t.Epochs {
			return t.tooMany(t.Epochs)
		}
		if t.Steps == 0 {
			t.Steps = t.Epochs
		}
	case t.BatchSize > 0 && t.Steps == 0:
		t.Epochs = max(1, t.Epochs)
	case t.BatchSize == 0:
		t.Steps = max(1, t.Steps)
	}
	return nil
}

// StepsOf is how many steps training has with so many samples: an epoch has as many as it takes to use all of them, and
// steps may end it before. An error says that these are too many, or that there are fewer samples than a mini-batch holds.
func (t *Train) StepsOf(samples int) (int, error) {
	if t.BatchSize == 0 {
		return t.Steps, nil
	}
	if t.BatchSize > samples {
		return 0, t.BatchPos.Errorf("batch size is %d, but there %s", t.BatchSize, are(samples)).WithHint("it goes from 1 to %d", samples)
	}
	each := (samples + t.BatchSize - 1) / t.BatchSize
	switch {
	case t.Steps > 0 && t.Epochs > 0 && t.Steps > each*t.Epochs:
		return 0, t.tooMany(each * t.Epochs)
	case t.Steps > 0:
		return t.Steps, nil
	case each*t.Epochs > maxSteps:
		return 0, t.EpochsPos.Errorf("%s of %s are %d steps of training, and there may be %d at most", count(t.Epochs, "epoch"), count(each, "mini-batch"),
			each*t.Epochs, maxSteps).WithHint("take larger mini-batches, or fewer epochs")
	}
	return each * t.Epochs, nil
}

// tooMany says that the epochs are over before the steps are.
func (t *Train) tooMany(steps int) error {
	return t.StepsPos.Errorf("steps is %d, but %s of training %s", t.Steps, count(t.Epochs, "epoch"), have(t.Epochs, steps)).
		WithHint("leave steps or epochs out, or stop after at most %d", steps)
}

func have(epochs, steps int) string {
	verb := "have"
	if epochs == 1 {
		verb = "has"
	}
	return verb + " " + count(steps, "step")
}

func are(samples int) string {
	if samples == 1 {
		return "is 1 sample"
	}
	return "are " + count(samples, "sample")
}
