import type { ComponentProps } from 'react'
import { useId } from 'react'
import styles from './Button.module.css'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled' | 'onClick'> {
  /** `primary` for the one thing that a view is for, `plain` where an edge would be one box too many. */
  readonly variant?: 'outlined' | 'primary' | 'plain'
  readonly size?: 'medium' | 'small'
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  /** Shows that the work goes on; presses do nothing meanwhile, focus stays. */
  readonly isPending?: boolean
  /** Why the button cannot be used: it stays focusable, so that everybody can find out. */
  readonly unavailable?: string | null
}

/** A native button in the look of the site. */
export function Button({
  variant = 'outlined',
  size = 'medium',
  onPress,
  isDisabled,
  isPending,
  unavailable,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const off = isPending === true || typeof unavailable === 'string'
  return (
    <>
      <button
        {...rest}
        type={off ? 'button' : type}
        className={styles['button']}
        data-variant={variant}
        data-size={size}
        data-pending={isPending || undefined}
        disabled={isDisabled}
        aria-disabled={off || undefined}
        aria-describedby={unavailable ? reasonId : rest['aria-describedby']}
        title={unavailable ?? rest.title}
        onClick={off ? undefined : onPress}
      >
        {children}
      </button>
      {unavailable ? (
        <span id={reasonId} hidden>
          {unavailable}
        </span>
      ) : null}
    </>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'variant' | 'size' | 'aria-label'> {
  /** The name: for a screen reader, and shown on hovering. */
  readonly label: string
}

/** A square button with a sign instead of words. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <Button title={label} {...rest} variant="plain" aria-label={label} data-icon="">
      <span aria-hidden>{children}</span>
    </Button>
  )
}
