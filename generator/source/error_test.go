package source

import (
	"errors"
	"io"
	"testing"
)

// An error at a place can still be asked what led to it.
func TestErrorsWrap(t *testing.T) {
	pos := NewFile("a.yaml", "title: A\n").Pos(0)
	wrapped := pos.Errorf("this cannot be read: %w", io.ErrUnexpectedEOF).WithHint("write more")
	if !errors.Is(wrapped, io.ErrUnexpectedEOF) || wrapped.Message != "this cannot be read: unexpected EOF" {
		t.Errorf("%v does not wrap its cause", wrapped)
	}
	if !errors.Is(pos.Errorf("in other words").Because(io.EOF), io.EOF) {
		t.Error("the cause is lost")
	}
	if errors.Is(pos.Errorf("%v", io.EOF), io.EOF) {
		t.Error("what is only told is wrapped")
	}
}
